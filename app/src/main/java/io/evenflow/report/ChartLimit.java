package io.evenflow.report;

/**
 * A line that a chart's figures must not cross.
 *
 * @param value where it is, in the chart's unit
 * @param name what it is
 * @param upper whether figures must stay below it
 */
record ChartLimit(double value, String name, boolean upper) {}
