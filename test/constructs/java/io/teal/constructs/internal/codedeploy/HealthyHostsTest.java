package io.teal.constructs.internal.codedeploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** CodeDeploy's rounding, for every percentage and every fleet up to 200 hosts. */
class HealthyHostsTest {
    private static final int MOST_HOSTS = 200;

    @Test
    void aDeploymentCanBeginIfWhatMustStayHealthyRoundedUpIsNotAll() {
        for (int percent = 0; percent <= 100; percent++) {
            for (int hosts = 1; hosts <= MOST_HOSTS; hosts++) {
                BigDecimal healthy =
                        BigDecimal.valueOf((long) percent * hosts, 2).setScale(0, RoundingMode.CEILING);
                assertThat(HealthyHosts.lets(hosts, percent))
                        .as("%d %% of %d", percent, hosts)
                        .isEqualTo(healthy.intValue() < hosts);
            }
        }
    }

    @Test
    void whatLetsTheSmallestFleetLetsAnyLarger() {
        for (int percent = 0; percent <= 100; percent++) {
            for (int hosts = 1; hosts < MOST_HOSTS; hosts++) {
                assertThat(HealthyHosts.lets(hosts + 1, percent) || !HealthyHosts.lets(hosts, percent))
                        .as("%d %% of %d", percent, hosts)
                        .isTrue();
            }
        }
    }

    @Test
    void ninetyFivePercentOfTenHostsAreAllOfThem() {
        assertThat(HealthyHosts.lets(10, 95)).isFalse();
        assertThat(HealthyHosts.lets(20, 95)).isTrue();
        assertThat(HealthyHosts.lets(1, 1)).isFalse();
        assertThat(HealthyHosts.lets(1, 0)).isTrue();
    }
}
