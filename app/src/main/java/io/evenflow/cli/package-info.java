/** The commands: what a person types, what it prints, and the exit codes. */
@NullMarked
package io.evenflow.cli;

import org.jspecify.annotations.NullMarked;
