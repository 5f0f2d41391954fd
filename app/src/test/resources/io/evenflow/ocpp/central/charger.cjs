// The charger's side, by ocpp-rpc of npm in strict mode: it refuses what is not valid by the schemas.
// node charger.cjs FOLDER_OF_OCPP_RPC PORT VERSION PASSWORD
const [folder, port, version, password] = process.argv.slice(2);
const { RPCClient } = require(folder);

const first = version === '1.6';
const time = (hour) => `2024-04-09T${hour}:00:00Z`;

(async () => {
  const charger = new RPCClient({
    endpoint: `ws://127.0.0.1:${port}/ocpp`,
    identity: 'CP1',
    password,
    protocols: [`ocpp${version}`],
    // Of 2.1 it has no schemas under the names that it looks for.
    strictMode: version !== '2.1',
    reconnect: false,
  });
  let told;
  const profile = new Promise((resolve) => (told = resolve));
  let forget;
  const cleared = new Promise((resolve) => (forget = resolve));
  charger.handle('SetChargingProfile', ({ params }) => {
    told(params);
    return { status: 'Accepted' };
  });
  charger.handle('ClearChargingProfile', ({ params }) => {
    forget(params);
    return { status: 'Accepted' };
  });
  charger.on('strictValidationFailure', ({ error }) => {
    console.log('INVALID ' + JSON.stringify(error.details || error.message));
  });
  await charger.connect();

  const boot = first
    ? { chargePointVendor: 'npm', chargePointModel: 'ocpp-rpc' }
    : { reason: 'PowerUp', chargingStation: { vendorName: 'npm', model: 'ocpp-rpc' } };
  console.log('boot ' + (await charger.call('BootNotification', boot)).status);
  await charger.call('Heartbeat', {});
  await charger.call('StatusNotification', first
    ? { connectorId: 1, errorCode: 'NoError', status: 'Preparing' }
    : { timestamp: time('08'), connectorStatus: 'Occupied', evseId: 1, connectorId: 1 });
  let transaction = 'tx-1';
  if (first) {
    const started = await charger.call('StartTransaction', {
      connectorId: 1, idTag: 'card', meterStart: 5000, timestamp: time('08') });
    transaction = started.transactionId;
    await charger.call('MeterValues', {
      connectorId: 1, transactionId: transaction,
      meterValue: [{ timestamp: time('09'), sampledValue: [{ value: '7.5', unit: 'kWh' }] }] });
  } else {
    await charger.call('TransactionEvent', {
      eventType: 'Started', timestamp: time('08'), triggerReason: 'CablePluggedIn', seqNo: 0,
      transactionInfo: { transactionId: transaction }, evse: { id: 1 },
      meterValue: [{ timestamp: time('08'), sampledValue: [{ value: 5000 }] }] });
    await charger.call('NotifyEVChargingNeeds', {
      evseId: 1,
      chargingNeeds: {
        requestedEnergyTransfer: 'DC', departureTime: time('12'),
        dcChargingParameters: {
          evMaxCurrent: 100, evMaxVoltage: 400, evMaxPower: 20000,
          evEnergyCapacity: 60000, stateOfCharge: 50, energyAmount: 20000 } } });
    console.log('profile ' + JSON.stringify(await profile));
    await charger.call('TransactionEvent', {
      eventType: 'Updated', timestamp: time('09'), triggerReason: 'MeterValuePeriodic', seqNo: 1,
      transactionInfo: { transactionId: transaction },
      meterValue: [{ timestamp: time('09'), sampledValue: [
        { value: 7.5, measurand: 'Energy.Active.Import.Register', unitOfMeasure: { unit: 'kWh' } }] }] });
  }
  try {
    await charger.call('DataTransfer', { vendorId: 'nobody' });
    await charger.call(first ? 'StopTransaction' : 'TransactionEvent', first
      ? { transactionId: transaction, meterStop: 9000, timestamp: time('10') }
      : { eventType: 'Ended', timestamp: time('10'), triggerReason: 'EVDeparted', seqNo: 2,
          transactionInfo: { transactionId: transaction } });
    console.log('cleared ' + JSON.stringify(await cleared));
  } finally {
    await charger.close();
  }
  console.log('done');
})().catch((problem) => {
  console.log('FAILED ' + problem);
  process.exit(1);
});
