package session_pools.rules.allowed_locations_test

import data.session_pools.inputs
import data.session_pools.rules.allowed_locations

location(given) := inputs.configuration(object.union(inputs.pool({}), {"location": given}))

allowed := {"allowedLocations": ["West Europe"]}

found := inputs.messages(allowed_locations.finding)

test_allowed if found == set() with input as location("westeurope") with data.session_pools.parameters as allowed

test_not_known if found == set() with input as location("${var.a}") with data.session_pools.parameters as allowed

test_all_allowed if found == set() with input as location("eastus") with data.session_pools.parameters as {}

test_another if found == {"location is 'eastus'"} with input as location("eastus") with data.session_pools.parameters as allowed

none := inputs.configuration(inputs.pool({}))

test_none if found == {"location is not given"} with input as none with data.session_pools.parameters as allowed

test_update if found == set() with input as inputs.update({}) with data.session_pools.parameters as allowed
