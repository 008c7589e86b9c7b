package io.teal.rehearsal.sim;

import io.teal.release.Color;
import io.teal.release.observation.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person who looks every few seconds whether a run asks, and answers it.
 *
 * @param world where
 */
public record Person(World world) {
    private static final long LOOKS_SECONDS = 20;

    /** Answers the next run that asks, so many seconds after it did, with {@code says}. */
    public void answers(Word.Says says, long after) {
        boolean asked = world.hook().events().stream()
                .anyMatch(event -> event.get("headline").toString().contains("waits for a person"));
        if (asked) {
            world.in(after, () -> says(says, ""));
        } else {
            world.in(LOOKS_SECONDS, () -> answers(says, after));
        }
    }

    /** Tells the running Shift so, with {@code why}; whether there is one. */
    public boolean says(Word.Says says, String why) {
        Optional<Machine.Run> run = world.machine.runs.stream()
                .filter(Machine.Run::isRunning)
                .filter(one -> one.name.startsWith("shift-"))
                .findFirst();
        run.ifPresent(one -> tag(says, (one.name + " " + why).strip()));
        return run.isPresent();
    }

    /** Tells a run that is not this one. */
    public void saysToAnother(Word.Says says) {
        tag(says, "shift-r0");
    }

    private void tag(Word.Says says, String value) {
        world.story.tell(() -> "a person says " + says + " " + value);
        List<Fleet> groups = Stream.of(Color.values())
                .map(world::fleet)
                .filter(Fleet::exists)
                .toList();
        world.any(groups).tag(says.key(), value);
    }
}
