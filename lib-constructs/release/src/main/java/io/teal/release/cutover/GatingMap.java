package io.teal.release.cutover;

import io.teal.release.observation.HookPoint;
import io.teal.release.plan.Gating;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a shift asks before it goes on, as a map. What few services have is absent, so that others' maps stay as they
 * were.
 */
final class GatingMap {
    private static final String EVIDENCE = "Evidence";
    private static final String SAMPLES = "Samples";
    private static final String HOOK = "Hook";
    private static final String HOOK_AFTER = "HookAfter";
    static final String APPROVAL = "Approval";

    private GatingMap() {}

    static void write(CutoverProperties properties, Map<String, Object> map) {
        Gating gating = properties.gating();
        map.put(EVIDENCE, gating.evidence().name());
        map.put(SAMPLES, Long.toString(gating.samples()));
        map.put(HOOK, properties.hooks().getOrDefault(HookPoint.BEFORE_TRAFFIC, ""));
        Optional.ofNullable(properties.hooks().get(HookPoint.AFTER_TRAFFIC))
                .ifPresent(hook -> map.put(HOOK_AFTER, hook));
        gating.approval().ifPresent(time -> map.put(APPROVAL, Long.toString(time.toSeconds())));
        map.put("Probe", properties.probe().orElse(""));
    }

    static Gating read(MapReader reader) {
        return new Gating(
                Evidence.valueOf(reader.text(EVIDENCE)),
                reader.number(SAMPLES),
                hooks(reader).keySet(),
                reader.optional(APPROVAL).map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))));
    }

    static Map<HookPoint, String> hooks(MapReader reader) {
        Map<HookPoint, String> hooks = new EnumMap<>(HookPoint.class);
        reader.optional(HOOK).ifPresent(hook -> hooks.put(HookPoint.BEFORE_TRAFFIC, hook));
        reader.optional(HOOK_AFTER).ifPresent(hook -> hooks.put(HookPoint.AFTER_TRAFFIC, hook));
        return hooks;
    }
}
