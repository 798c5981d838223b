//go:build tools

// Package tools pins the linter of the Rego policies.
package tools

import _ "github.com/open-policy-agent/regal"
