/**
 * What comes in ({@link io.evenflow.scenario.Scenario}) and what goes out ({@link
 * io.evenflow.scenario.Dispatch}, {@link io.evenflow.scenario.Result}).
 */
@NullMarked
package io.evenflow.scenario;

import org.jspecify.annotations.NullMarked;
