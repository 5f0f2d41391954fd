/** The command {@code evenflow serve}: starts queue, workers and HTTP, and ends them. */
@NullMarked
package io.evenflow.service;

import org.jspecify.annotations.NullMarked;
