package io.teal.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightCourseTest {
    /** Each level is {@code second:weight}; the phase lasts from second 10 to 20. */
    @ParameterizedTest
    @CsvSource({
        "100, 0:0, 100, 100",
        "100, 12:100, 100, 100",
        "0, '0:0 12:100 18:0', 0, 0 -> 100 -> 0",
        "0, '0:0 12:10 25:100', 10, 0 -> 10",
        "100, '5:100 10:100 15:0', 0, 100 -> 0",
        "0, '11:10 12:20 13:40 14:100', 100, 0 -> ... 100 ... -> 100",
        "0, 0:0, 100, 0 -> 100",
        ", 12:0, 100, 0 -> 100",
        ", 0:0, 100, 100",
    })
    void weightsAreThoseFromThePhasesBeginningToItsEnd(Integer begin, String levels, int end, String shown) {
        List<Course.Level> all = new ArrayList<>();
        for (String level : levels.split(" ")) {
            String[] part = level.split(":");
            all.add(new Course.Level(Double.parseDouble(part[0]), "green", Integer.parseInt(part[1]), 2, 2, 2));
            all.add(new Course.Level(Double.parseDouble(part[0]), "blue", 77, 2, 2, 2));
        }
        OptionalInt begins = begin == null ? OptionalInt.empty() : OptionalInt.of(begin);
        Report.FleetLine green = new Report.FleetLine("green", end, 2, 2, Map.of());
        Report.Phase phase = new Report.Phase("release", 10, 10, List.of(green), 0, 0, 0, 0, "");
        assertThat(WeightCourse.of(all, begins, phase, green)).isEqualTo(shown);
    }
}
