package io.teal.rehearsal.sim;

import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.GuardOutlook;
import io.teal.runtime.execution.Runs;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What wakes the guard: a rule that hears of alarms, and a schedule. Both are there while there is a standby. */
public final class Guards {
    private static final long ALARMS_SECONDS = 10;
    private static final long SCHEDULE_SECONDS = 300;
    private static final String STACK = "arn:stack/shop";

    private final World world;
    private final Set<Color> raised = EnumSet.noneOf(Color.class);
    private boolean losesEvents;
    private int woken;

    Guards(World world) {
        this.world = world;
    }

    /** From now on the rules are there. */
    public void begin() {
        alarms();
        world.in(world.any((int) SCHEDULE_SECONDS), this::schedule);
    }

    /** From now on no event of an alarm arrives. */
    public void loseEvents() {
        losesEvents = true;
    }

    /** Somebody holds the guard. */
    public void hold() {
        world.fleet(Color.GREEN).tag(Contract.GUARD_TAG, "maintenance");
    }

    /** What the guard would do now, as an operator is told. */
    @SuppressWarnings("unchecked")
    public String outlook() {
        List<Execution> runs = world.aws.listExecutions("");
        Map<String, Object> shift = runs.stream()
                .filter(run -> run.name().startsWith("shift-"))
                .flatMap(run -> world.aws.describeExecutionOutput(run.arn()).stream())
                .findFirst()
                .orElseThrow();
        Map<String, Object> event = (Map<String, Object>) shift.get(Runs.EVENT);
        CutoverProperties properties = CutoverMap.read((Map<String, Object>) event.get("ResourceProperties"));
        return GuardOutlook.line(world.aws, world.clock, "stack", properties, runs)
                .orElseThrow();
    }

    /** How often the function was woken. */
    public int woken() {
        return woken;
    }

    private void alarms() {
        for (Color color : Color.values()) {
            boolean now = world.hazards.alarm(Template.alarm(color)).equals("ALARM");
            if (now && raised.add(color) && !losesEvents) {
                world.in(1, this::wake);
            } else if (!now) {
                raised.remove(color);
            }
        }
        world.in(ALARMS_SECONDS, this::alarms);
    }

    private void schedule() {
        wake();
        world.in(SCHEDULE_SECONDS, this::schedule);
    }

    private void wake() {
        Release release = world.release();
        if (release.version(release.active().other()).isPresent()) {
            woken++;
            world.cloud.lambda.deliver("an alarm", () -> world.function.guard(Template.MACHINE, STACK));
        }
    }
}
