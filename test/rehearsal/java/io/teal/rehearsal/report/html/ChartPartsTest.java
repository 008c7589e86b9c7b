package io.teal.rehearsal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.report.Course;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.Reports;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartPartsTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 3, 7, 99, 500, 501, 12_345})
    void aLinearScaleHoldsItsMostInFewRoundSteps(double most) {
        Scale scale = Scale.linear(most, true);
        assertThat(scale.high()).isGreaterThanOrEqualTo(most);
        assertThat(scale.ticks()).hasSizeBetween(2, 6).allMatch(tick -> tick == Math.rint(tick));
    }

    @Test
    void aLogarithmicScaleHasATickForEachPowerOfTen() {
        Scale scale = Scale.decades(0.35, 180);
        assertThat(scale.ticks()).containsExactly(0.1, 1.0, 10.0, 100.0, 1000.0);
        assertThat(scale.share(10)).isEqualTo(0.5);
        assertThat(scale.share(0)).isZero();
    }

    @Test
    void versionsOfOneFleetHaveStylesOfTheirOwn() {
        List<Course.Server> servers = List.of(
                new Course.Server("web 1", "web", "1"),
                new Course.Server("web 2", "web", "2"),
                new Course.Server("blue 1", "blue", "1"));
        Report clean = Reports.clean();
        Course course = new Course(0, servers, List.of(), List.of(), List.of(), List.of());
        Palette palette = new Palette(new Report(
                clean.title(),
                clean.seed(),
                clean.speed(),
                clean.rate(),
                clean.phases(),
                clean.totals(),
                clean.losses(),
                clean.noPart(),
                clean.invalid(),
                course,
                clean.recipe(),
                clean.effort(),
                clean.run()));
        assertThat(servers).extracting(palette::style).containsExactly("third", "fourth", "blue");
        assertThat(palette.style("web")).isEqualTo("third");
    }

    @Test
    void sharesOfASecondStandOnEachOtherUpToAHundred() {
        Report report = Reports.lossy();
        AnswerShares shares = AnswerShares.of(report.course(), new Palette(report));
        assertThat(shares.byServer().values())
                .last()
                .satisfies(green -> assertThat(green).contains(new Slab(20, 21, 0, 88), new Slab(21, 40, 0, 100)));
        assertThat(shares.lost()).contains(new Slab(20, 21, 88, 100));
    }

    @Test
    void levelsLastUntilTheNextOneAndBeginWithTheFirstRequest() {
        Levels levels = new Levels(Reports.clean().course());
        assertThat(levels.of("blue", Course.Level::weight))
                .containsExactly(new Slab(0, 20, 0, 100), new Slab(20, 40, 0, 0));
        assertThat(levels.of("green", Course.Level::healthy))
                .containsExactly(new Slab(10, 12, 0, 0), new Slab(12, 40, 0, 2));
        assertThat(levels.weight(List.of("blue"))).containsExactly(new Slab(0, 20, 0, 100), new Slab(20, 40, 0, 0));
    }

    @Test
    void alikeNeighboursAreDrawnAsOne() {
        assertThat(Slab.joined(List.of(new Slab(0, 1, 0, 5), new Slab(1, 2, 0, 5), new Slab(3, 4, 0, 5))))
                .containsExactly(new Slab(0, 2, 0, 5), new Slab(3, 4, 0, 5));
    }

    @Test
    void fleetsWithoutAColourDifferFromBlueAndGreen() {
        Palette palette = new Palette(Reports.named("Orders"));
        assertThat(palette.style("Orders")).isEqualTo("third");
        assertThat(new Palette(Reports.clean()).style("green")).isEqualTo("green");
    }
}
