@NullMarked
package io.evenflow.benchmark;

import org.jspecify.annotations.NullMarked;
