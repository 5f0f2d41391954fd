@NullMarked
package io.evenflow.city.plan;

import org.jspecify.annotations.NullMarked;
