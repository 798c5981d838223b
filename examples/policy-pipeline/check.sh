#!/usr/bin/env bash
# The policies on what was synthesized and on the plan: check.sh <stack directory> <plan JSON>. The pipelines and people run the same.
set -euo pipefail
cd "$(dirname "$0")"

stack=${1:?the directory of a stack, such as cdktf.out/stacks/sandboxes}
plan=${2:?the output of terraform show -json}
policy=${SESSION_POOL_POLICY:-node_modules/cdktf-azure-session-pools/policy}
export SESSION_POOL_POLICIES=$PWD/policy/data.json

conftest test --policy "$policy/session_pools" --namespace session_pools --data "$SESSION_POOL_POLICIES" "$stack/cdk.tf.json" "$plan"

# Checkov tells a configuration from a plan by the framework: each in a run of its own, on the file itself.
check() {
  checkov --file "$2" --framework "$1" --external-checks-dir "$policy/checkov" --check 'CKV2_SessionPool*' --skip-download --compact --quiet
}
check terraform_json "$stack/cdk.tf.json"
check terraform_plan "$plan"
