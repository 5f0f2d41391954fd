package io.evenflow.io.matpower;

import java.util.List;

/**
 * A case file's statements.
 *
 * @param struct the variable the function returns, {@code mpc} by custom
 */
record Program(String struct, List<Statement> statements) {}
