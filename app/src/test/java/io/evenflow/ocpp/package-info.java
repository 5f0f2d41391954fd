@NullMarked
package io.evenflow.ocpp;

import org.jspecify.annotations.NullMarked;
