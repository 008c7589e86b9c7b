package io.teal.operate.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.operate.account.BootedHost;
import io.teal.operate.account.TemplateVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TemplateUsesTest {
    private static final String TEMPLATE = "lt-1";

    private static List<TemplateVersion> versions(long newest) {
        return LongStream.rangeClosed(1, newest)
                .mapToObj(number -> new TemplateVersion(TEMPLATE, number, number == 1, "ami-" + number))
                .toList();
    }

    private static BootedHost host(String template, long number) {
        return new BootedHost("i-1", "ami-1", Optional.of(template), Optional.of(number));
    }

    @Test
    void theLastTwentyStayWhateverPinsThem() {
        assertThat(new TemplateUses(List.of(), List.of()).unused(versions(20))).isEmpty();
        assertThat(new TemplateUses(List.of(), List.of()).unused(versions(22))).containsExactly(2L);
    }

    @Test
    void theDefaultAndWhatAGroupPinsAndWhatAHostWasLaunchedFromStay() {
        assertThat(new TemplateUses(List.of("3"), List.of(host(TEMPLATE, 5))).unused(versions(27)))
                .containsExactly(2L, 4L, 6L, 7L);
    }

    @Test
    void aHostOfAnotherLaunchTemplateAndAGroupThatNamesNoNumberPinNothing() {
        assertThat(new TemplateUses(List.of("$Latest"), List.of(host("lt-2", 2))).unused(versions(22)))
                .containsExactly(2L);
    }
}
