@NullMarked
package io.evenflow.report;

import org.jspecify.annotations.NullMarked;
