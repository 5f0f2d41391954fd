@NullMarked
package io.evenflow.live;

import org.jspecify.annotations.NullMarked;
