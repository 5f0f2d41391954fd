package io.evenflow.io;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Result;

/**
 * What a result file says.
 *
 * @param result the result as the file has it; its verification is the file's own, not ours
 * @param claims what the file says beside the powers, for the check to hold against them
 */
public record ReportedResult(Result result, Claims claims) {}
