package io.teal.rehearsal.sim;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverMap;
import io.teal.runtime.execution.Answers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The time before the story: runs answered CloudFormation of which nobody knows any more. */
final class Settling {
    private static final Duration LONG_AGO = Duration.ofMinutes(1);

    private final World world;
    private final Template template;

    Settling(World world, Template template) {
        this.world = world;
        this.template = template;
    }

    /** It passes; then {@code hosts} hosts of each colour serve. */
    void pass(int hosts) {
        world.stack.apply(template);
        world.until(() -> !world.stack.isBusy());
        for (Color color : Color.values()) {
            template.release()
                    .version(color)
                    .ifPresent(version -> world.fleet(color).scale(hosts));
        }
        world.time.pass(LONG_AGO.toMillis());
        world.time.begins();
        world.promoted(template.release().active());
    }

    void answer(Map<String, Object> event, Answers answers) {
        Release release = template.release();
        Map<String, Object> data = new HashMap<>();
        for (Color color : Color.values()) {
            data.put(CutoverMap.name(color) + CutoverMap.WEIGHT, Integer.toString(release.weight(color)));
            data.put(CutoverMap.name(color) + CutoverMap.PIN, "1");
        }
        answers.put(
                event.get("ResponseURL").toString(), Map.of("Status", "SUCCESS", "Reason", "long ago", "Data", data));
    }
}
