@NullMarked
package io.evenflow.replay;

import org.jspecify.annotations.NullMarked;
