@NullMarked
package io.evenflow.cli;

import org.jspecify.annotations.NullMarked;
