package io.teal.cli;

import io.teal.operate.doctor.CheckResult;
import io.teal.operate.doctor.Doctor;
import io.teal.operate.doctor.DoctorText;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code teal doctor}: whether a release would find what it needs. */
@Command(
        name = "doctor",
        description = "Checks, reading only, whether a release and a rollback would find what they need.")
final class DoctorCommand extends StackVerb {
    DoctorCommand(Opener opener) {
        super(opener);
    }

    @Override
    public Integer call() {
        String stack = stack();
        List<CheckResult> findings = new Doctor(open()).look(stack);
        print(DoctorText.lines(findings));
        boolean bad = findings.stream().anyMatch(finding -> finding.state() == CheckResult.Grade.BAD);
        return (bad ? ExitCode.UNWELL : ExitCode.WELL).code();
    }
}
