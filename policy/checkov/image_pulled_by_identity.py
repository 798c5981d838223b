from __future__ import annotations

from session_pool_check import SessionPoolCheck
from session_pool_documents import Resource, is_known, is_known_text


class ImagePulledByIdentity(SessionPoolCheck):
    rule_id = "SessionPoolImagePulledByIdentity"

    def findings(self, resource: Resource) -> list[str]:
        credentials = resource.body_property("customContainerTemplate.registryCredentials")
        if not isinstance(credentials, dict):
            return []
        passwords = [name for name in ("username", "passwordSecretRef") if is_known_text(credentials.get(name))]
        if passwords:
            return [f"registryCredentials has {' and '.join(passwords)}"]
        lacking = credentials.get("identity") in (None, "") and is_known(credentials)
        return ["registryCredentials has no identity"] if lacking else []


check = ImagePulledByIdentity("Images of session pools are pulled by an identity")
