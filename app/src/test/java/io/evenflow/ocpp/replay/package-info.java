@NullMarked
package io.evenflow.ocpp.replay;

import org.jspecify.annotations.NullMarked;
