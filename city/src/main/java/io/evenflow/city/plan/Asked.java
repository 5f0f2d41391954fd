package io.evenflow.city.plan;

import java.io.Serializable;

/** What was asked of a feeder, and how: with it the same answer can be had again. */
public record Asked(Order order, Ask ask) implements Serializable {}
