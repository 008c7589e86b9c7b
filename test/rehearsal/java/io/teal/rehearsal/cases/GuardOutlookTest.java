package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Seeds;
import org.junit.jupiter.api.Test;

@Worlds
class GuardOutlookTest {
    @Test
    void anOperatorIsToldWhatAnAlarmWouldDoNow() {
        Seeds.each(5, world -> {
            GuardTest.promoted(world);
            assertThat(world.guards().outlook()).matches("until \\S+Z an alarm returns traffic to blue");
            world.guards().hold();
            assertThat(world.guards().outlook()).isEqualTo("an alarm would change nothing: the guard is held");
            world.seconds(GuardTest.DAY.toSeconds());
            assertThat(world.guards().outlook()).startsWith("an alarm would change nothing: the guard has ended at ");
        });
    }
}
