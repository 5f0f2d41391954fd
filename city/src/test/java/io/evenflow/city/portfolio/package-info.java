@NullMarked
package io.evenflow.city.portfolio;

import org.jspecify.annotations.NullMarked;
