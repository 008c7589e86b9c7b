package io.teal.rehearsal.aws.codedeploy;

/**
 * A CodeDeploy deployment group of one fleet.
 *
 * @param id its logical id
 * @param fleet logical id of the Auto Scaling group it deploys to
 * @param shared whether both colours share the hosts of {@code fleet}; it then deploys to all of them at once
 * @param pace its deployment configuration
 * @param traffic whether a host is deregistered from its target groups during its deployment
 */
public record DeploymentGroupModel(
        String id, String fleet, boolean shared, DeploymentConfiguration pace, boolean traffic) {

    /** CodeDeploy's predefined deployment configurations. */
    public enum DeploymentConfiguration {
        /** One host after the other. */
        ONE_AT_A_TIME,
        /** Half of the hosts, rounded down. */
        HALF_AT_A_TIME,
        /** All hosts. */
        ALL_AT_ONCE;

        /** How many of {@code hosts} must stay healthy. */
        public int keeps(int hosts) {
            return switch (this) {
                case ONE_AT_A_TIME -> hosts - 1;
                case HALF_AT_A_TIME -> hosts == 1 ? 0 : (hosts + 1) / 2;
                case ALL_AT_ONCE -> 0;
            };
        }
    }
}
