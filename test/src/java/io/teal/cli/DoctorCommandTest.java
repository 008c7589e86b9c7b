package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.Golden;
import io.teal.operate.Shop;
import io.teal.operate.account.StackState;
import io.teal.release.Color;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
    private static final String STANDBY = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";

    private final Line line = new Line();

    private int doctor(Shop shop) {
        return line.run(Teal.commandLine(Shops.opener(shop)), "doctor", "shop");
    }

    private static Shop well() {
        Shop shop = Shop.settled(STANDBY);
        shop.alarms = List.of("orders-5xx", "orders-slow");
        shop.alarms.forEach(alarm -> shop.aws.alarms.put(alarm, new AlarmReading("OK", "")));
        shop.guard = Optional.of(Duration.ofHours(24));
        shop.account.stacks.put("CDKToolkit", new StackState("CDKToolkit", "arn", "UPDATE_COMPLETE", Map.of()));
        shop.account.quotas.hosts("shop-orders-blue", "t3.small", 2, 2).hosts("shop-orders-green", "t3.small", 2, 2);
        return shop.template(STANDBY);
    }

    private static Shop ill() {
        Shop ill = well().weights(50, 50).fleet(Color.GREEN, "2.0.0", 3, 1).fleet(Color.BLUE, "1.0.0", 1, 1);
        ill.account.stacks.remove("CDKToolkit");
        ill.aws.alarms.put("orders-5xx", new AlarmReading("ALARM", ""));
        ill.aws.executions.add(new Execution("arn:run", "shift-8f2c", "RUNNING", Instant.EPOCH));
        ill.held(Color.GREEN);
        ill.account.quotas.services.put("L-1216C47A", 16);
        ill.account.quotas.loadBalancing.put("targets-per-application-load-balancer", 10);
        ill.account.rights.denied.add("elasticloadbalancing:ModifyListener");
        return ill;
    }

    private static Shop blind() {
        Shop blind = well();
        blind.account.quotas.refused =
                Optional.of(new AwsException("AccessDenied", "DescribeAccountLimits: not allowed", null));
        blind.account.rights.refused =
                Optional.of(new AwsException("AccessDenied", "SimulatePrincipalPolicy: not allowed", null));
        return blind;
    }

    @Test
    void eachStateIsPrintedInEightyColumns() {
        StringBuilder all = new StringBuilder();
        assertThat(doctor(well())).as(line.err()).isZero();
        all.append("# all is well\n").append(line.taken());
        Shop ill = ill();
        assertThat(doctor(ill)).isEqualTo(ExitCode.UNWELL.code());
        all.append("\n# nothing is\n").append(line.taken());
        Shop lost = well();
        lost.account.stacks.remove("shop");
        assertThat(doctor(lost)).isZero();
        all.append("\n# no stack yet\n").append(line.taken());
        assertThat(doctor(blind())).isZero();
        all.append("\n# the caller may not look at the account\n").append(line.taken());
        assertThat(all.toString().lines()).allMatch(printed -> printed.length() <= Line.COLUMNS);
        Golden.check("golden/cli/doctor.txt", all.toString());
    }

    @Test
    void aStackThatIsStuckIsNamedWithWhatFreesIt() {
        assertThat(doctor(well().stack("UPDATE_ROLLBACK_FAILED"))).isEqualTo(ExitCode.UNWELL.code());
        assertThat(line.taken()).contains("UPDATE_ROLLBACK_FAILED", "continue-update-rollback");
        assertThat(doctor(well().stack("UPDATE_IN_PROGRESS"))).isZero();
        assertThat(line.taken()).contains("note  stack: it is UPDATE_IN_PROGRESS");
    }

    @Test
    void anAlarmThatIsGoneIsBad() {
        Shop shop = well();
        shop.aws.alarms.remove("orders-slow");
        assertThat(doctor(shop)).isEqualTo(ExitCode.UNWELL.code());
        assertThat(line.taken()).contains("bad   orders alarms: there is no alarm orders-slow");
    }

    @Test
    void aColourThatMayNotGrowToTheOthersSizeIsBad() {
        Shop shop = well();
        shop.max = 2;
        shop.fleet(Color.BLUE, "1.0.0", 2, 2);
        shop.max = 6;
        shop.fleet(Color.GREEN, "2.0.0", 3, 3);
        assertThat(doctor(shop)).isEqualTo(ExitCode.UNWELL.code());
        assertThat(line.taken()).contains("raise maxCapacity");
    }

    @Test
    void aCallThatIsRefusedIsAFindingAndTheOtherChecksAreMade() {
        Shop shop = well();
        shop.aws.refused = Optional.of(new AwsException("AccessDenied", "DescribeAlarms: not allowed", null));
        assertThat(doctor(shop)).isEqualTo(ExitCode.UNWELL.code());
        assertThat(line.taken())
                .contains("bad   orders alarms: AccessDenied: DescribeAlarms: not allowed", "ok    orders guard");
    }

    @Test
    void withoutCredentialsNothingIsChecked() {
        Shop shop = well();
        shop.account.broken = Optional.of(new AwsException("ExpiredToken", "DescribeStacks shop: it expired", null));
        assertThat(doctor(shop)).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(line.err()).hasLineCount(2);
    }
}
