@NullMarked
package io.evenflow.city.spark;

import org.jspecify.annotations.NullMarked;
