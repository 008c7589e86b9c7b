package io.teal.operate.account;

import java.time.Duration;

/**
 * How a version is installed on hosts that serve.
 *
 * @param machine ARN of the state machine that runs Install
 * @param hosts how many at a time, as the name of CodeDeploy's deployment configuration says it
 * @param timeout how long the installation may take
 * @param bake how long alarms are watched after it
 * @param properties all resource properties of Install in one text: a deploy that changes them installs
 */
public record InstallPlace(String machine, String hosts, Duration timeout, Duration bake, String properties) {}
