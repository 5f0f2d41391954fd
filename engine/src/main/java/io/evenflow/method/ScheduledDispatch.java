package io.evenflow.method;

import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;

/** A schedule with its cost as the optimiser has it. */
record ScheduledDispatch(Dispatch dispatch, Cost cost) {}
