"""The web: pages of minutes, and the replies of the service that ModernGov has beside its pages."""
