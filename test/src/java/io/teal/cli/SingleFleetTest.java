package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.operate.Shop;
import io.teal.operate.account.HostRefresh;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Execution;
import io.teal.release.port.TargetHealth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the verbs say of a service that has one fleet and no colours. */
class SingleFleetTest {
    private static final String ROLLING = """
            {"Resources": {"Group": {"Type": "AWS::AutoScaling::AutoScalingGroup", "DependsOn": ["Turn"],
              "Properties": {
              "AutoScalingGroupName": {"Fn::Sub": "${AWS::StackName}-tickets"},
              "TargetGroupARNs": [{"Ref": "BlueTargets"}],
              "Tags": [{"Key": "teal:service", "Value": "tickets", "PropagateAtLaunch": true}]}}%s}}""";
    private static final String INSTALL =
            ", \"Install\": {\"Type\": \"Custom::TealInstall\", \"Properties\": {\"Service\": \"tickets\"}}";

    private final Line line = new Line();
    private final Shop shop = Shop.settled("activeColor=blue blueVersion=1.0.0 greenVersion=none");

    private int teal(String more, int healthy, List<String> outdated, Map<String, String> tags, String... words) {
        shop.account.templates.put("shop", ROLLING.formatted(more));
        shop.aws.groups.put(
                "shop-tickets",
                new AutoScalingGroup("shop-tickets", 2, 1, 4, "7", List.of("i-1", "i-2"), outdated, tags));
        shop.aws.health.put(
                shop.account.resources.get("BlueTargets"),
                List.of(
                        new TargetHealth("i-1", 80, "healthy", ""),
                        new TargetHealth("i-2", 80, healthy == 2 ? "healthy" : "initial", "")));
        return line.run(Teal.commandLine(Shops.opener(shop)), words);
    }

    @Test
    void statusShowsARollingService() {
        assertThat(teal("", 2, List.of(), Map.of(), "status", "shop")).isZero();
        assertThat(line.taken()).endsWith("""
                tickets: one fleet, released host by host
                  launch template version 7, 2 wanted, healthy [2]
                settled: template and live agree
                """);
    }

    @Test
    void hostsOfAnotherLaunchTemplateVersionAreNotSettled() {
        assertThat(teal("", 2, List.of("i-1"), Map.of(), "status", "shop")).isEqualTo(ExitCode.NOT_SETTLED.code());
        assertThat(line.taken()).contains("not settled: tickets: 1 hosts have booted from another version");
        assertThat(teal("", 1, List.of(), Map.of(), "status", "shop")).isEqualTo(ExitCode.NOT_SETTLED.code());
        assertThat(line.taken()).contains("not settled: tickets: 1 of 2 hosts are healthy");
    }

    @Test
    void statusShowsTheVersionOfAServiceInPlace() {
        assertThat(teal(INSTALL, 2, List.of("i-1"), Map.of("teal:version", "1.2.0"), "status", "shop", "--json"))
                .isZero();
        assertThat(line.taken()).contains("""
                "singleFleets":[{"service":"tickets","unsettled":null,"inPlace":true,"runs":"1.2.0","desired":2""");
        shop.aws.groups.clear();
        assertThat(line.run(Teal.commandLine(Shops.opener(shop)), "status", "shop"))
                .isEqualTo(ExitCode.NOT_SETTLED.code());
        assertThat(line.taken()).contains("tickets: one fleet, released in place", "there is no group shop-tickets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"teal:color", "teal:blue:version"})
    void aGroupOfAColourIsNoServiceOfItsOwn(String tag) {
        String tagged = ROLLING.formatted("").replace("\"Tags\": [", "\"Tags\": [{\"Key\": \"" + tag + "\"}, ");
        shop.account.templates.put("shop", tagged);
        assertThat(line.run(Teal.commandLine(Shops.opener(shop)), "status", "shop"))
                .isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).startsWith("teal: the stack shop has no service of Teal");
    }

    @Test
    void doctorLooksAtHostsRefreshAndAccountOfARollingService() {
        shop.account.quotas.hosts("shop-tickets", "t3.small", 2, 2);
        assertThat(teal("", 2, List.of(), Map.of(), "doctor", "shop")).isZero();
        assertThat(line.taken().replace("\n  ", " "))
                .contains("ok    stack: it is UPDATE_COMPLETE")
                .contains("ok    tickets hosts: 2 of 2 hosts are healthy; it is one fleet, released host by host")
                .contains("ok    tickets refresh: none goes on")
                .contains("ok    tickets vCPUs: 4 of 64 vCPUs of On-Demand Standard hosts, twice maxCapacity, as")
                .contains("ok    tickets rights:");
        assertThat(shop.account.rights.asked)
                .anyMatch(one -> one.startsWith("autoscaling:CancelInstanceRefresh on arn:aws:autoscaling:eu-west-1:"));
    }

    @Test
    void doctorNamesWhatIsWrongWithARollingService() {
        shop.account.refreshes.add(new HostRefresh(
                "r-1", "InProgress", Optional.of(Instant.EPOCH), Optional.empty(), 50, 1, Optional.of("7"), ""));
        assertThat(teal("", 1, List.of("i-1"), Map.of(), "doctor", "shop")).isEqualTo(ExitCode.UNWELL.code());
        assertThat(line.taken().replace("\n  ", " "))
                .contains("bad   tickets hosts: 1 of 2 hosts are healthy")
                .contains("note  tickets versions: 1 hosts have booted from another launch template version")
                .contains("note  tickets refresh: r-1 is InProgress, 50 percent of the hosts are replaced");
        shop.aws.groups.clear();
        assertThat(line.run(Teal.commandLine(Shops.opener(shop)), "doctor", "shop"))
                .isEqualTo(ExitCode.UNWELL.code());
        assertThat(line.taken()).contains("bad   tickets hosts: there is no group shop-tickets");
    }

    @Test
    void doctorLooksAtTheRunsOfAServiceInPlace() {
        assertThat(teal(INSTALL, 2, List.of(), Map.of(), "doctor", "shop")).isZero();
        assertThat(line.taken()).contains("ok    tickets runs: none goes on").doesNotContain("refresh", "versions");
        shop.aws.executions.add(new Execution("arn:run", "install-8f2c", "RUNNING", Instant.EPOCH));
        assertThat(teal(INSTALL, 2, List.of(), Map.of(), "doctor", "shop")).isZero();
        assertThat(line.taken()).contains("note  tickets runs: going on: install-8f2c");
    }

    @Test
    void anAlarmBeforeAReleaseEndsOneInPlaceAndIsANoteOfARollingOne() {
        shop.aws.alarms.put("tickets-5xx", new AlarmReading("ALARM", ""));
        String named = INSTALL.replace("\"Service\"", "\"BlueAlarms\": [\"tickets-5xx\"], \"Service\"");
        assertThat(teal(named, 2, List.of(), Map.of(), "doctor", "shop")).isEqualTo(ExitCode.UNWELL.code());
        assertThat(line.taken()).contains("bad   tickets alarms: in ALARM: tickets-5xx; a release would turn back");
        String rule = """
                , "Turn": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern": {"resources": [
                  "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:tickets-5xx"]}}}""";
        assertThat(teal(rule, 2, List.of(), Map.of(), "doctor", "shop")).isZero();
        assertThat(line.taken()).contains("note  tickets alarms: in ALARM: tickets-5xx; it counts once");
    }
}
