@NullMarked
package io.evenflow.service.ocpp;

import org.jspecify.annotations.NullMarked;
