@NullMarked
package io.evenflow.city;

import org.jspecify.annotations.NullMarked;
