#!/usr/bin/env bash
# The policies on what was synthesized and on the plan: check.sh <stack directory> <plan JSON>. The pipelines and people run the same.
set -euo pipefail
cd "$(dirname "$0")"

stack=${1:?the directory of a stack, such as cdktf.out/stacks/sandboxes}
plan=${2:?the output of terraform show -json}
policy=${SESSION_POOL_POLICY:-node_modules/cdktf-azure-session-pools/policy}
export SESSION_POOL_POLICIES=$PWD/policy/data.json

conftest test --policy "$policy/session_pools" --namespace session_pools --data "$SESSION_POOL_POLICIES" "$stack/cdk.tf.json" "$plan"

# Checkov takes directories, and leaves out a cdk.tf.json with required_version: https://github.com/bridgecrewio/checkov/issues/7454
files=$(mktemp -d)
trap 'rm -rf "$files"' EXIT
node -p 'const c = JSON.parse(require("fs").readFileSync(process.argv[1])); delete c.terraform?.required_version; JSON.stringify(c, null, 2)' \
  "$stack/cdk.tf.json" > "$files/cdk.tf.json"
cp "$plan" "$files/plan.json"
checkov --directory "$files" --framework terraform_json terraform_plan --external-checks-dir "$policy/checkov" \
  --check 'CKV2_SessionPool*' --skip-download --compact --quiet
