package io.evenflow.service.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run somebody wants.
 *
 * @param scenario name of the scenario
 * @param text its JSON
 * @param asked what is asked of the run
 * @param key chosen by whoever asks so that asking twice makes one run; null for none
 * @param digests tell whether the same is asked under the same key: the first is kept, any was
 */
public record Submission(
    String scenario, String text, Asked asked, @Nullable String key, List<String> digests) {}
