package io.teal.rehearsal.judge;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.template.Resource;
import io.teal.release.Contract;
import java.util.List;
import java.util.stream.Stream;

/** Dangers of what Shift is told. */
final class ReleaseDangers {
    private static final List<String> ALARMS = List.of("Alarms", "BlueAlarms", "GreenAlarms");

    private ReleaseDangers() {}

    static Stream<Remark> of(TemplateFacts facts) {
        return facts.ofType(Contract.SHIFT).stream()
                .map(shift -> isBlind(facts, shift)
                        ? Remark.danger(
                                shift.id() + " watches no alarm: a version that answers errors keeps its traffic")
                        : Remark.simpler("alarms of " + shift.id() + " know a minute two minutes after it is over;"
                                + " CloudWatch may know it later, and then a bad version keeps its traffic longer"));
    }

    private static boolean isBlind(TemplateFacts facts, Resource shift) {
        return ALARMS.stream()
                .allMatch(name -> facts.properties(shift).path(name).isEmpty());
    }
}
