package io.evenflow.report;

/**
 * A line that a chart's figures must not cross.
 *
 * @param value where it is, in the chart's unit
 * @param name what it is
 */
record ChartLimit(double value, String name) {}
