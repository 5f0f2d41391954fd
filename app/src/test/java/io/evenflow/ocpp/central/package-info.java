@NullMarked
package io.evenflow.ocpp.central;

import org.jspecify.annotations.NullMarked;
