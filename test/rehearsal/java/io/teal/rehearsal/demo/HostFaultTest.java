package io.teal.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.release.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HostFaultTest {
    @Test
    void severalFaultsAreReadFromOneText() {
        assertThat(HostFault.parse("HALF_HEALTHY,CAPACITY:300"))
                .containsExactly(new HostFault(Fault.HALF_HEALTHY), new HostFault(Fault.CAPACITY, 300));
        assertThat(HostFault.parse("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultIsReadBackFromItsText(Fault fault) {
        HostFault written = new HostFault(fault, fault.unit().isEmpty() ? 0 : 1.5);
        assertThat(HostFault.parse(written.toString())).containsExactly(written);
    }

    @Test
    void aMistypedNameIsRefusedWithTheNamesThereAreAndTheNearest() {
        assertThatThrownBy(() -> HostFault.parse("ERORS"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("ERORS")
                .hasMessageContaining(String.join(
                        ", ", Arrays.stream(Fault.values()).map(Fault::name).toList()))
                .extracting(refused -> ((BadInputException) refused).hint())
                .isEqualTo("did you mean ERRORS?");
    }

    @ParameterizedTest
    @CsvSource({"BOOTS_IN", "BOOTS_IN:soon", "BOOTS_IN:", "ERRORS:3", "DEAF:"})
    void anAmountThatDoesNotFitIsRefused(String text) {
        assertThatThrownBy(() -> HostFault.parse(text))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith("got " + text);
    }

    /** Else it would look like a host that crashes on boot. */
    @Test
    void theDemoServiceSaysAMistypedFaultInOneLine() throws Exception {
        List<String> command = ChildProcesses.java(DemoService.class, Spelling.class);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FAULT", "ERORS");
        Process service = builder.start();
        String printed = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(service.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(service.exitValue()).isEqualTo(2);
        assertThat(printed.strip())
                .startsWith("FAULT: ")
                .endsWith("did you mean ERRORS?")
                .doesNotContain("\n");
    }
}
