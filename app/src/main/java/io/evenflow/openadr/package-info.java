/** Events of OpenADR 3 as series of a horizon: prices, CO₂ and limits from outside. */
@NullMarked
package io.evenflow.openadr;

import org.jspecify.annotations.NullMarked;
