@NullMarked
package io.evenflow.ocpp.arrival;

import org.jspecify.annotations.NullMarked;
