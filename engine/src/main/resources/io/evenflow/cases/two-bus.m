function mpc = two_bus
% One connection: a building at the end of 20 m of cable, 0.4 kV, 150 mm2 of aluminium
% (0.206 and 0.080 ohm/km), behind a stiff transformer.
%
% Made for what other programs plan behind one meter, which knows no grid: 100 kW move the
% voltage by 0.3 %. There is no load, no rating and no cost; a scenario brings them.

mpc.version = '2';
mpc.baseMVA = 1;

% number type Pd Qd Gs Bs area Vm Va baseKV zone Vmax Vmin
mpc.bus = [
  1  3  0  0  0  0  1  1  0  0.4  1    1    1;
  2  1  0  0  0  0  1  1  0  0.4  1  1.1  0.9;
];

% bus Pg Qg Qmax Qmin Vg mBase status Pmax Pmin, then capability and ramps (unused)
mpc.gen = [
  1  0  0  5  -5  1  1  1  5  -5  0  0  0  0  0  0  0  0  0  0  0;
];

% from to r x b rateA rateB rateC ratio angle status angmin angmax
mpc.branch = [
  1  2  0.02575  0.01  0  0  0  0  0  0  1  -360  360;
];
