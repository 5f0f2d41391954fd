@NullMarked
package io.evenflow.openadr;

import org.jspecify.annotations.NullMarked;
