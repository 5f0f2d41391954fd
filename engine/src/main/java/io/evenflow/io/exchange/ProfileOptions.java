package io.evenflow.io.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A table of loads or PV and how it is to be read.
 *
 * @param table the table
 * @param column the one column to use, null for all
 * @param unit of its numbers, null where names tell
 * @param at bus or station of PV whose column names none, null for none
 * @param ratedKw installed power, where numbers are shares of it; null where they are powers. Unit:
 *     kW
 */
public record ProfileOptions(
    TableText table,
    @Nullable String column,
    @Nullable String unit,
    @Nullable String at,
    @Nullable Double ratedKw) {}
