@NullMarked
package io.evenflow.service;

import org.jspecify.annotations.NullMarked;
