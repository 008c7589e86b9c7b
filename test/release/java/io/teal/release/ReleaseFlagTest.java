package io.teal.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseFlagTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_. ";

    @ParameterizedTest
    @EnumSource
    void aFlagIsNamedByItsTextAndIsNoNearMiss(ReleaseFlag flag) {
        assertThat(ReleaseFlag.named(flag.toString())).contains(flag);
        assertThat(ReleaseFlag.almost(flag.toString())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everySlipOfTheHandIsANearMissOfItsFlag(ReleaseFlag flag) {
        Set<String> slips = slips(flag.toString());
        int length = flag.toString().length();
        assertThat(slips).hasSizeGreaterThan(2 * length * (LETTERS.length() - 2));
        assertThat(slips)
                .filteredOn(slip -> !meant(slip).equals(Optional.of(oneSpelling(flag))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void caseAndHyphensDoNotMatter(ReleaseFlag flag) {
        String text = flag.toString();
        String kebab = text.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        Set<String> written = new LinkedHashSet<>(List.of(
                text.toUpperCase(Locale.ROOT),
                text.toLowerCase(Locale.ROOT),
                kebab,
                kebab.replace('-', '_'),
                kebab.replace('-', '_').toUpperCase(Locale.ROOT),
                "--" + text));
        written.remove(text);
        assertThat(written)
                .allSatisfy(name -> assertThat(ReleaseFlag.almost(name)).contains(flag));
    }

    @Test
    void theOtherSpellingIsAFlagAndNoSlip() {
        assertThat(slips("activeColor")).contains("activeColour");
        assertThat(ReleaseFlag.named("activeColour")).contains(ReleaseFlag.ACTIVE_COLOUR);
    }

    /** Decided, see {@link ReleaseFlag#almost}: whoever calls a context key so must rename it. */
    @Test
    void wordsOneLetterFromAFlagAreNearMissesToo() {
        assertThat(ReleaseFlag.almost("versions")).contains(ReleaseFlag.VERSION);
        assertThat(ReleaseFlag.almost("aversion")).contains(ReleaseFlag.VERSION);
        assertThat(ReleaseFlag.almost("allows")).contains(ReleaseFlag.ALLOW);
        assertThat(ReleaseFlag.almost("alloy")).contains(ReleaseFlag.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@aws-cdk/core:newStyleStackSynthesis",
                "@aws-cdk/core:enableStackNameDuplicates",
                "@aws-cdk/aws-lambda:recognizeLayerVersion",
                "@aws-cdk/aws-rds:lowercaseDbIdentifier",
                "aws:cdk:enable-path-metadata",
                "aws:cdk:bundling-stacks",
                "availability-zones:account=123456789012:region=eu-west-1",
                "vpc-provider:account=123456789012:filter.vpc-id=vpc-1:region=eu-west-1",
                "ami:account=123456789012:filters.name.0=al2023-*:region=eu-west-1",
                "acknowledged-issue-numbers",
                "cli-telemetry",
                "",
                "account",
                "accounts",
                "active",
                "activate",
                "color",
                "colour",
                "colors",
                "blue",
                "green",
                "blueGreen",
                "candidate",
                "percent",
                "percentage",
                "all",
                "low",
                "allowed",
                "allowlist",
                "allowedCidrs",
                "flow",
                "slow",
                "env",
                "environment",
                "vpcId",
                "vpc",
                "stage",
                "state",
                "strategies",
                "region",
                "regions",
                "session",
                "mission",
                "conversion",
                "subversion",
                "appVersion",
                "imageVersion",
                "nodeVersion",
                "schemaVersion",
                "versionId",
                "image",
                "imageId",
                "instanceType",
                "domainName",
                "certificateArn",
                "hostedZoneId",
                "service",
                "services",
                "tag",
                "tags",
                "prefix",
                "profile",
                "config",
                "name",
                "owner",
                "team",
                "debug",
                "dev",
                "prod"
            })
    void aContextKeyOfSomethingElseIsNoNearMiss(String key) {
        assertThat(ReleaseFlag.almost(key)).isEmpty();
    }

    /** One letter lost, added or changed, two neighbours swapped, one letter in the other case. */
    private static Set<String> slips(String text) {
        Set<String> slips = new LinkedHashSet<>();
        for (int at = 0; at <= text.length(); at++) {
            String before = text.substring(0, at);
            String after = text.substring(at);
            for (char letter : LETTERS.toCharArray()) {
                slips.add(before + letter + after);
                if (!after.isEmpty()) {
                    slips.add(before + letter + after.substring(1));
                }
            }
            if (!after.isEmpty()) {
                slips.add(before + after.substring(1));
            }
            if (after.length() >= 2) {
                slips.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
        }
        slips.remove(text);
        return slips;
    }

    private static Optional<ReleaseFlag> meant(String slip) {
        return ReleaseFlag.named(slip).or(() -> ReleaseFlag.almost(slip)).map(ReleaseFlagTest::oneSpelling);
    }

    private static ReleaseFlag oneSpelling(ReleaseFlag flag) {
        return flag == ReleaseFlag.ACTIVE_COLOUR ? ReleaseFlag.ACTIVE_COLOR : flag;
    }
}
