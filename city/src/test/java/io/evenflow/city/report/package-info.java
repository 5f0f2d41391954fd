@NullMarked
package io.evenflow.city.report;

import org.jspecify.annotations.NullMarked;
